"""The press: a template and the words it may use become one document."""
