"""A paper that is long enough to be read back by its own bytes."""

TABLE = """<h1>Danh sách</h1><table><thead><tr><th>TT</th><th>Trường</th><th>Số</th></tr></thead><tbody>
{% for row in rows %}
<tr><td>{{ row.index }}</td><th scope="row">{{ row.name }}</th><td>{{ row.number }}</td></tr>
{% endfor %}</tbody></table><p>Hết.</p>"""
