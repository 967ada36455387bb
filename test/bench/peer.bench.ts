// The peer as a process: it reads the notes of a folder and diagnoses all of them. It stands apart, so that nothing of ours is loaded.
import { startPeer } from './peer'

async function main(folder: string) {
  let { documents, diagnose } = startPeer(folder)
  for (let document of documents.values()) await diagnose(document)
}

main(process.argv[2]).catch(error => {
  console.error(error)
  process.exitCode = 2
})
