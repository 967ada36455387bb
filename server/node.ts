// The server as a process of its own, for every editor that can start one.
import { pathToFileURL } from 'node:url'
import { createConnection } from 'vscode-languageserver/node'
import { FileCache } from './disk/cache/files'
import { cacheAt, stampOf } from './disk/cache/place'
import { listFiles } from './disk/list'
import { readFileNow } from './disk/read'
import { watchFiles } from './disk/watch'
import { localDay } from './lsp/day'
import { startServer } from './lsp/server'

startServer(createConnection(), {
  disk: { list: listFiles, read: async (path, maxSize) => readFileNow(path, maxSize), watch: watchFiles },
  kept: (folder, roots) => new FileCache(cacheAt(folder), stampOf(__filename, roots), Date.now()),
  // Beside the bundle, in the repository as in the package.
  pages: pathToFileURL(`${__dirname}/../server/core/rules`).href,
  today: () => localDay(new Date())
})
