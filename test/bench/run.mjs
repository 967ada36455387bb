// `npm run bench`: measures what README's table says, on a workspace made from a seed, and prints the table.
// `-- --size small|medium|large` and `-- --only NAME` measure less. Built-ins only: this runs before anything is installed.
import { run, say } from '../host/processes.mjs'
import { build, install, root } from '../host/project.mjs'

try {
  await install()
  await build('--tests')
  let { code } = await run(process.execPath, ['dist/test/bench/main.bench.js', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit'
  })
  process.exitCode = code
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
