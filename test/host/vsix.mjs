// Packages the extension as a .vsix file, as a marketplace would: `node test/host/vsix.mjs`.
import { fileURLToPath } from 'node:url'
import { run } from './processes.mjs'
import { build, install, root } from './project.mjs'
import { node24, vsce } from './tools.mjs'

/** Packages what is in dist/ and returns the file. */
export async function packageExtension() {
  let file = `${root}/dist/provenote.vsix`
  // Everything the extension needs is bundled, so no dependencies go along.
  // Its README keeps its links as they are: there is no address to make them whole with.
  let flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file]
  let { code, output } = await run(await node24(), [await vsce(), 'package', ...flags], { cwd: root })
  if (code !== 0) throw Error(`The extension could not be packaged:\n${output.trim()}`)
  return file
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install()
  await build('--production')
  console.log(await packageExtension())
}
