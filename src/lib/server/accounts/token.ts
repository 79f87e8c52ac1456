import { createHash, randomBytes } from 'node:crypto';

/** What is kept of a token, a link or a key: whoever reads the database cannot sign in with it. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** 256 random bits as 43 characters of an address. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

const KEY_SHAPE = /^bo_[a-z0-9]{8}_[\w-]{43}$/;

/** A new key, with the beginning by which it is told from others. */
export function newKey(): { key: string; prefix: string } {
	const prefix = `bo_${randomBytes(4).toString('hex')}`;
	return { key: `${prefix}_${newToken()}`, prefix };
}

/** The key in an `Authorization` header; null where the header holds something else. */
export function bearerKey(header: string): string | null {
	const [, key = ''] = /^Bearer +(\S+) *$/i.exec(header) ?? [];
	return KEY_SHAPE.test(key) ? key : null;
}
