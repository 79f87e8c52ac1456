import { concentration } from '../concentration';

/** How much few payees are paid of all that is counted. */
export const concentrationPayees = concentration('concentration-payees', 'payees');
