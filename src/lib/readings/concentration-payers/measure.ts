import { concentration } from '../concentration';

/** How much few payers pay of all that is counted. */
export const concentrationPayers = concentration('concentration-payers', 'payers');
