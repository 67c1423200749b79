{% import "_paper.html" as paper %}
awesomeHeads.give({{ path|tojson }}, [
{% for row in rows %}
{{ paper.line(row, "../", 3)|trim|tojson }}{{ "," if not loop.last }}
{% endfor %}
]);
