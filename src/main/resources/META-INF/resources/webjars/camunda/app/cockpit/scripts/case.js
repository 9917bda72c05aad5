// On an instance, the account that it is about: state, next step, who must act, and the way to its page.
import { show } from './panel.js';

const kinds = { 'account-migration': 'cases', 'user-back-sync': 'user-syncs' };

export default {
  id: 'account',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: { label: 'Account' },
  render: async (node, { api, processInstanceId }) => {
    node.id = 'account-panel';
    node.style.padding = '1em';
    const answer = await fetch(`${api.engineApi}/process-instance/${encodeURIComponent(processInstanceId)}`);
    const instance = answer.ok ? await answer.json() : { definitionId: '' };
    const kind = kinds[instance.definitionId.split(':')[0]];
    if (kind && instance.businessKey) {
      await show(node, `${kind}/${encodeURIComponent(instance.businessKey)}`);
    } else {
      node.textContent = 'This instance is about no single account.';
    }
  },
};
