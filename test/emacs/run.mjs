// Drives a real Emacs, set up as docs/editors/emacs.md says, through tests.el. Prints each test, then the counts as mocha does.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { codeOf, drive, editorHome, editorProgram, report } from '../host/editors.mjs'
import { run } from '../host/processes.mjs'
import { root } from '../host/project.mjs'

// Without an init file nothing is loaded of what the user has installed.
let packages = [
  ...['--batch', '--eval', `(setq package-user-dir ${JSON.stringify(`${homedir()}/.emacs.d/elpa`)})`],
  ...['-f', 'package-activate-all']
]
let needed = "(dolist (own '(eglot markdown-mode yaml-mode)) (require own))"

await report('Emacs', async () => {
  let program = await editorProgram({
    name: 'Emacs',
    program: 'emacs',
    variable: 'EMACS_PATH',
    // The package of Emacs without a screen, and what the page has a user install.
    packages: ['emacs-nox', ...codeOf('emacs.md', 'sh').match(/\belpa-\S+/g)],
    needs: 'Emacs 28 or later with eglot, markdown-mode and yaml-mode',
    usable: async path => (await run(path, [...packages, '--eval', needed])).code === 0
  })
  let own = await editorHome('emacs')
  let config = `${own.home}/.emacs.d`
  mkdirSync(`${config}/lisp`, { recursive: true })
  cpSync(`${root}/docs/editors/provenote.el`, `${config}/lisp/provenote.el`)
  writeFileSync(`${config}/init.el`, codeOf('emacs.md', 'elisp'))
  own.env.HOME = own.home
  return drive(program, [...packages, '-l', `${config}/init.el`, '-l', `${root}/test/emacs/tests.el`], own)
})
