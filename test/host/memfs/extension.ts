/** A file system that is on no disk and offers no search, as a repository's is that a browser looks at. */
import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace
} from 'vscode'

/** Serves files, by their path and with their text, as `memfs:` addresses. */
export function serve(files: { [path: string]: string }): Disposable {
  let contents = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  let changed = new EventEmitter<FileChangeEvent[]>()
  let times = new Map<string, number>()
  let clock = 0
  let entries = (path: string): [string, FileType][] => {
    let folder = path.replace(/\/?$/, '/')
    let inside = [...contents.keys()].filter(own => own.startsWith(folder)).map(own => own.slice(folder.length))
    return [...new Map(inside.map(own => [own.split('/')[0], own.includes('/') ? FileType.Directory : FileType.File]))]
  }
  let set = (uri: Uri, content: Uint8Array<ArrayBuffer> | undefined) => {
    let type = content
      ? contents.has(uri.path)
        ? FileChangeType.Changed
        : FileChangeType.Created
      : FileChangeType.Deleted
    if (content) contents.set(uri.path, content)
    else contents.delete(uri.path)
    times.set(uri.path, ++clock)
    changed.fire([{ type, uri }])
  }
  let read = (uri: Uri) => {
    let content = contents.get(uri.path)
    if (!content) throw FileSystemError.FileNotFound(uri)
    return content
  }
  let provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat(uri): FileStat {
      let isFolder = entries(uri.path).length > 0
      let size = isFolder ? 0 : read(uri).length
      return { type: isFolder ? FileType.Directory : FileType.File, size, ctime: 0, mtime: times.get(uri.path) ?? 0 }
    },
    readDirectory: uri => entries(uri.path),
    readFile: read,
    // A folder is there as soon as something is in it.
    createDirectory() {},
    writeFile: (uri, content) => set(uri, new Uint8Array(content)),
    delete: uri => set(uri, undefined),
    rename(from, to) {
      set(to, read(from))
      set(from, undefined)
    }
  }
  return workspace.registerFileSystemProvider('memfs', provider, { isCaseSensitive: true })
}
