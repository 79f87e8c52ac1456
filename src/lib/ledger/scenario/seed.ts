/** The greatest seed of the random numbers: 32 bits. Apart from them, for controls and addresses that name it. */
export const MOST_SEED = 4_294_967_295;
