import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';
import { pictureAddress, PICTURES, type StoredPicture } from './src/lib/charts/pictures.ts';

const root = import.meta.dirname;

/** Where the viewer is in development. No build holds it. */
const VIEWER = '/dev/charts';

const SCREEN = { width: 1120, height: 900 };

const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

const STYLE = `
	:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
	body { margin: 0 auto; padding: 16px; max-width: 1600px; }
	section { border-top: 1px solid; padding: 12px 0 28px; }
	nav { display: flex; flex-wrap: wrap; gap: 4px 14px; margin-bottom: 20px; }
	.beside { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 20px; }
	img { max-width: 100%; border: 1px solid #8886; background: #fff; }
	pre { margin: 0; max-height: 560px; overflow: auto; padding: 10px; border: 1px solid #8886; font-size: 12px; tab-size: 2; }
	iframe { border: 1px solid #8886; max-width: 100%; margin-top: 8px; }
	summary { cursor: pointer; margin-top: 8px; }
	@media (max-width: 900px) { .beside { grid-template-columns: minmax(0, 1fr); } }
`;

/** Opens the live page in a frame once it is asked for, and scrolls it to the drawing. */
const SCRIPT = `
	for (const details of document.querySelectorAll('details'))
		details.addEventListener('toggle', () => {
			if (!details.open || details.querySelector('iframe')) return;
			const frame = document.createElement('iframe');
			frame.title = details.dataset.name + ', live';
			frame.width = details.dataset.width;
			frame.height = 760;
			frame.src = details.dataset.address;
			frame.addEventListener('load', () =>
				frame.contentDocument.querySelector(details.dataset.of)?.scrollIntoView({ block: 'center' })
			);
			details.append(frame);
		});
`;

async function sectionOf(picture: StoredPicture): Promise<string> {
	const { name, of, drawnBy, scheme, viewport = SCREEN } = picture;
	const source = await readFile(path.join(root, 'src/lib', drawnBy), 'utf8');
	const address = escapeHtml(pictureAddress(picture));
	return `<section id="${name}" aria-labelledby="${name}-title">
	<h2 id="${name}-title">${name}</h2>
	<p>src/lib/${drawnBy}, on <a href="${address}">${address}</a>, ${viewport.width} pixels wide${scheme ? `, ${scheme}` : ''}</p>
	<div class="beside">
		<div>
			<img src="${VIEWER}/${name}.png" alt="The stored picture ${name}" loading="lazy" />
			<details data-name="${name}" data-address="${address}" data-of="${escapeHtml(of)}" data-width="${viewport.width}">
				<summary>As it is drawn now</summary>
			</details>
		</div>
		<pre tabindex="0" aria-label="src/lib/${drawnBy}"><code>${escapeHtml(source)}</code></pre>
	</div>
</section>`;
}

/** The page of all stored pictures, each beside the code that draws it, as HTML. Throws where such a file is missing. */
export async function renderViewer(): Promise<string> {
	const sections = await Promise.all(PICTURES.map(sectionOf));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<title>Stored pictures of charts</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Stored pictures of charts</h1>
<nav aria-label="Pictures">${PICTURES.map(({ name }) => `<a href="#${name}">${name}</a>`).join('')}</nav>
${sections.join('\n')}
<script>${SCRIPT}</script>
</body>
</html>`;
}

/** Serves the viewer in `npm run dev`. It is no route of the application, so that no build can contain it. */
export function pictureViewer(): Plugin {
	return {
		name: 'buildout:picture-viewer',
		apply: 'serve',
		configureServer(server) {
			server.middlewares.use(VIEWER, (request, response, next) => {
				const asked = request.url?.replace(/[?#].*$/, '') ?? '/';
				const picture = PICTURES.find(({ name }) => asked === `/${name}.png`);
				const answer = picture
					? readFile(path.join(root, 'tests/browser/pictures', `${picture.name}.png`))
					: asked === '/' || asked === ''
						? renderViewer()
						: undefined;
				if (!answer) return next();
				answer.then((body) => {
					response.setHeader('content-type', picture ? 'image/png' : 'text/html; charset=utf-8');
					response.setHeader('cache-control', 'no-store');
					response.end(body);
				}, next);
			});
		}
	};
}
