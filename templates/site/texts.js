// Made by the build: what scripts say in the language of the list, by what they say in English.
self.awesomeHeadsTexts = {
  {# Whoever read the catalogue parsed this: it has n, numbers and operators alone. #}
  form: (n) => Number({{ plural|safe }}),
  texts: {{ texts|tojson }},
};
