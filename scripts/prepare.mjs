// npm runs this before it packs, and when the package is installed from its repository: builds what is shipped.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// A global installation from a repository, as pre-commit's, makes npm install what the build needs globally, too, and so
// in vain. Then it is installed here, by an npm that is not told so.
if (!existsSync('node_modules/esbuild')) {
  let env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)))
  let args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  let { status } = spawnSync('npm', args, { env, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
process.argv.push('--production')
await import('../esbuild.mjs')
