// Makes one script of all editor tests, for either of the hosts an extension runs in.
import { readdirSync } from 'node:fs'
import { root } from './project.mjs'

/**
 * Bundles test/editor/*.test.ts; returns the script's path. Files named *.node.test.ts need Node and are left out for
 * the web host, which is a worker in a browser. Each test file is loaded inside `run`, when mocha's words exist.
 */
export async function bundleTests({ web }) {
  let { build } = await import('esbuild')
  let names = readdirSync(`${root}/test/editor`)
    .filter(name => name.endsWith('.test.ts') && !(web && name.endsWith('.node.test.ts')))
    .sort()
  let loads = names.map(name => `require('./test/editor/${name}')`).join('\n')
  let outfile = `${root}/dist/test/host/${web ? 'web' : 'node'}.js`
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
