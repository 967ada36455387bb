// Drives a real Neovim, set up as docs/editors/neovim.md says, through tests.lua. Prints each test, then the counts as mocha does.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { codeOf, drive, editorHome, editorProgram, report } from '../host/editors.mjs'
import { root } from '../host/project.mjs'

await report('Neovim', async () => {
  let program = await editorProgram({
    name: 'Neovim',
    program: 'nvim',
    variable: 'NEOVIM_PATH',
    packages: ['neovim'],
    needs: 'Neovim 0.7 or later'
  })
  let own = await editorHome('neovim')
  let config = `${own.home}/config/nvim`
  mkdirSync(`${config}/lua`, { recursive: true })
  cpSync(`${root}/docs/editors/provenote.lua`, `${config}/lua/provenote.lua`)
  writeFileSync(`${config}/init.lua`, codeOf('neovim.md', 'lua'))
  for (let name of ['CONFIG', 'DATA', 'STATE', 'CACHE'])
    own.env[`XDG_${name}_HOME`] = `${own.home}/${name.toLowerCase()}`
  for (let name of ['CONFIG', 'DATA']) own.env[`XDG_${name}_DIRS`] = `${own.home}/none`
  return drive(program, ['--headless', '-n', '-i', 'NONE', '-S', `${root}/test/neovim/tests.lua`], own)
})
