import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Costs of a new hash: 32 MB and about a fifth of a second. Each hash carries its own, so that they can be raised later. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const BYTES = 32;

/** Hashes worked at once; more would take memory that readers need. */
const AT_ONCE = 2;

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (working >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else working++;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else working--;
	}
}

function derive(password: string, salt: Buffer, { N, r, p }: typeof COST): Promise<Buffer> {
	const text = password.normalize('NFKC');
	const maxmem = 128 * N * r * 2;
	return inTurn(
		() =>
			new Promise((resolve, reject) => {
				scrypt(text, salt, BYTES, { N, r, p, maxmem }, (error, key) => (error ? reject(error) : resolve(key)));
			})
	);
}

/** A password as it is kept: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const key = await derive(password, salt, COST);
	return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Matches no password; there so that an unknown account takes as long as a known one. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, randomBytes(16).toString('base64url'), ''].join('$');

/** Whether a password is the one of a hash. Without a hash the answer is no, after the same work. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
	const [, N, r, p, salt = '', kept = ''] = (hash ?? NOBODY).split('$');
	const key = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
	const expected = Buffer.from(kept, 'base64url');
	return expected.length === key.length ? timingSafeEqual(expected, key) : false;
}
