// On the dashboard, how the migrations as a whole stand.
import { show } from './panel.js';

export default {
  id: 'figures',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: (node) => {
    node.id = 'account-figures';
    node.className = 'inner dashboard-row';
    show(node, 'figures');
  },
};
