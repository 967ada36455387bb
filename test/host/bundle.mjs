// Makes one script of all editor tests, for either of the hosts an extension runs in.
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { root } from './project.mjs'

/**
 * Bundles *.test.ts of a folder of tests; returns the script's path. Files named *.node.test.ts need Node and are left out for
 * the web host, which is a worker in a browser. Each test file is loaded inside `run`, when mocha's words exist.
 */
export async function bundleTests({ web, folder = 'test/editor' }) {
  let { build } = await import('esbuild')
  let names = readdirSync(`${root}/${folder}`)
    .filter(name => name.endsWith('.test.ts') && !(web && name.endsWith('.node.test.ts')))
    .sort()
  let loads = names.map(name => `require('./${folder}/${name}')`).join('\n')
  let outfile = `${root}/dist/test/host/${folder.split('/').pop()}-${web ? 'web' : 'node'}.js`
  await build({
    stdin: {
      contents: `import { runTests } from './test/host/mocha'\nexport let run = () => runTests(() => {\n${loads}\n})`,
      resolveDir: root
    },
    bundle: true,
    sourcemap: 'inline',
    target: 'es2022',
    format: 'cjs',
    logLevel: 'warning',
    outfile,
    ...(web
      ? {
          platform: 'browser',
          external: ['vscode'],
          // Mocha's own browser build; assertions come from the browser's edition of Node's module.
          alias: { mocha: 'mocha/mocha.js', 'node:assert': 'assert' },
          banner: { js: 'globalThis.process ??= { env: {} }; globalThis.global ??= globalThis;' }
        }
      : { platform: 'node', external: ['vscode', 'mocha'] })
  })
  return outfile
}

/**
 * Bundles an extension that serves the sample from no disk: as `memfs:/archive` its sources, as `memfs:/desk` all the rest.
 * Returns the extension's folder.
 */
export async function bundleMemory() {
  let { build } = await import('esbuild')
  let names = readdirSync(`${root}/example`, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  let files = {}
  for (let { parentPath, name } of names) {
    let path = `${parentPath.slice(`${root}/example`.length)}/${name}`.replaceAll('\\', '/')
    files[(path.startsWith('/sources/') ? '/archive' : '/desk') + path] = readFileSync(`${parentPath}/${name}`, 'utf8')
  }
  let folder = `${root}/dist/test/host/memfs`
  await build({
    stdin: {
      contents: `import { serve } from './test/host/memfs/extension'
        export let activate = context => context.subscriptions.push(serve(${JSON.stringify(files)}))`,
      resolveDir: root
    },
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
    outfile: `${folder}/extension.js`
  })
  cpSync(`${root}/test/host/memfs/package.json`, `${folder}/package.json`)
  return folder
}
