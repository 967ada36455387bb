// Builds everything that runs, into dist/. `--production` minifies, `--tests` adds the tests, `--watch` rebuilds on change.
import { readdirSync } from 'node:fs'
import * as esbuild from 'esbuild'

let flags = process.argv.slice(2)
let production = flags.includes('--production')
let shared = { bundle: true, sourcemap: !production, minify: production, logLevel: 'warning', target: 'es2022' }
let node = { ...shared, platform: 'node', format: 'cjs' }
let browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] }

let builds = [
  { ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.js', external: ['vscode'] },
  {
    ...browser,
    format: 'cjs',
    entryPoints: ['client/browser.ts'],
    outfile: 'dist/client-browser.js',
    external: ['vscode']
  },
  { ...node, entryPoints: ['server/node.ts'], outfile: 'dist/server.js', banner: { js: '#!/usr/bin/env node' } },
  { ...browser, format: 'iife', entryPoints: ['server/worker.ts'], outfile: 'dist/worker.js' },
  { ...node, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  // A gate, not a product: `platform: neutral` fails on any Node built-in, so the language stays free of its host.
  {
    ...shared,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    entryPoints: ['server/core/index.ts'],
    outfile: 'dist/core.mjs'
  }
]

if (flags.includes('--tests')) {
  let tests = readdirSync('test', { recursive: true }).filter(name => /\.(test|bench)\.ts$/.test(name))
  builds.push({
    ...node,
    entryPoints: tests.map(name => `test/${name}`),
    outdir: 'dist/test',
    outbase: 'test',
    // Rule pages are read as text; mocha and the editor bring themselves.
    external: ['vscode', 'mocha', 'playwright-core', 'esbuild']
  })
}

for (let options of builds) options.loader = { '.md': 'text' }
if (flags.includes('--watch')) {
  for (let options of builds) await (await esbuild.context(options)).watch()
} else {
  await Promise.all(builds.map(options => esbuild.build(options)))
}
