// From their tasks people find back to their publishers and to how far each move is.
import { language } from './language.js';

export default {
  id: 'first-page',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: (node) => {
    const link = document.createElement('a');
    link.href = '/';
    link.textContent = language === 'nl' ? 'Mijn uitgevers' : 'My publishers';
    node.append(link);
  },
};
