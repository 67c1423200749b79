// Made by the build: what scripts say in the language of the list, by what they say in English.
self.awesomeHeadsTexts = {
  form: (n) => Number({{ plural }}),
  texts: {{ texts|tojson }},
};
