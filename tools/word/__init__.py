"""The generator of the Word templates: each says what its kind's page says, in the decree's form.

The words of a template come from ``templates/<kind>/<kind>.html``, so that the two cannot differ; how they
look comes from the tables in `styles` and `sheets`. ``python -m tools.word`` draws them all anew.
"""
