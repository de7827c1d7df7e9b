import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const CLIENT = join(import.meta.dirname, '..', '..', 'client');
const GAME = ['source/live.ts', 'game/GamePage.tsx'];

/** Pages that ask in their head for what one kind of address needs, and what that is. */
const ENTRANCES: Readonly<Record<string, readonly string[]>> = {
  'game.html': GAME,
  'front.html': [...GAME, 'panels/front/FrontPanel.tsx', 'front/mount.ts'],
};

/**
 * Writes the page once more for links into a game and to its front: all that they need is asked for at once, not by
 * the script that needs it when it has come.
 */
export function entrances(): Plugin {
  return {
    name: 'entrances',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        for (const [fileName, modules] of Object.entries(ENTRANCES)) {
          const links = linksFor(bundle, modules).filter((link) => !String(page.source).includes(link));
          this.emitFile({
            type: 'asset',
            fileName,
            source: String(page.source).replace('</head>', `${links.join('')}</head>`),
          });
        }
      },
    },
  };
}

/** Links to the chunks of some modules, to what these import, and to their styles; first come first. */
function linksFor(bundle: Rolldown.OutputBundle, modules: readonly string[]): string[] {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const add = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || scripts.has(name)) return;
    scripts.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
    for (const imported of chunk.imports) add(imported);
  };
  for (const module of modules) {
    const chunk = Object.values(bundle).find(
      (one) => one.type === 'chunk' && one.facadeModuleId === join(CLIENT, module),
    );
    if (!chunk) throw new Error(`no chunk begins with ${module}`);
    add(chunk.fileName);
  }
  return [
    ...[...scripts].map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
    ...[...styles].map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
  ];
}
