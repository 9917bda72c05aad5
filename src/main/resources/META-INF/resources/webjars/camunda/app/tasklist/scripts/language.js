// The language that was chosen on the program's pages, or else the browser's if the program has it.
const known = ['en', 'nl'];
const chosen = document.cookie
  .split('; ')
  .filter((cookie) => cookie.startsWith('language='))
  .map((cookie) => cookie.slice('language='.length))
  .find((language) => known.includes(language));
const browsers = (navigator.languages[0] || navigator.language || '').split('-')[0].toLowerCase();

export const language = chosen || known.find((it) => it === browsers) || 'en';
