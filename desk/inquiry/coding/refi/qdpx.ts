// A project file is an archive: `project.qde` and the texts beside it. It is read in the browser and never leaves it.
import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, zipSync } from 'fflate'
import {
  type ReadCodebook,
  readRefiCodebook,
  readRefiProject,
  type ReadProject,
} from '../../../../core/inquiry/coding/refi/read-refi.ts'
import type { RefiProject } from '../../../../core/inquiry/coding/refi/refi-project.ts'
import { writeRefiProject } from '../../../../core/inquiry/coding/refi/write-refi.ts'
import { done, refuse, type Outcome } from '../../../../core/kit/outcome.ts'
import { readXml } from './read-xml.ts'

const megabyte = 1024 * 1024
export const mostFileBytes = 200 * megabyte
const mostTextBytes = 20 * megabyte
const mostUnpacked = 100 * megabyte

/** A project as a `.qdpx` file. */
export function packProject(project: RefiProject, writtenAt: string): Uint8Array {
  const { project: xml, sources } = writeRefiProject(project, writtenAt)
  const files: Record<string, Uint8Array> = { 'project.qde': strToU8(xml) }
  for (const { path, text } of sources) files[path] = strToU8(text)
  return zipSync(files, { level: 6 })
}

/**
 * Reads a `.qdpx` file. Only the project and plain texts are unpacked, and no more than a project of words can hold; pictures and
 * recordings stay packed.
 */
export function openProject(bytes: Uint8Array): Outcome<ReadProject> {
  const files = unpack(bytes)
  if (!files.ok) return files
  const project = files.value.get('project.qde')
  if (project === undefined) return refuse('RefiNotAProject', { element: '' })
  const root = readXml(project)
  if (!root.ok) return root
  // The folder is written in capital or small letters, depending on the program.
  return readRefiProject(
    root.value,
    (path) => files.value.get(`sources/${path.toLowerCase()}`) ?? null,
  )
}

function unpack(bytes: Uint8Array): Outcome<ReadonlyMap<string, string>> {
  let unpacked = 0
  let isTooLarge = false
  const wants = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (!/\.(qde|txt)$/i.test(name)) return false
    unpacked += originalSize
    if (originalSize > mostTextBytes || unpacked > mostUnpacked) isTooLarge = true
    return !isTooLarge
  }
  try {
    const files = unzipSync(bytes, { filter: wants })
    if (isTooLarge)
      return refuse('RefiTooLarge', { megabytes: Math.round(mostUnpacked / megabyte) })
    const texts = Object.entries(files).map(
      ([name, content]) => [name.toLowerCase().replaceAll('\\', '/'), decode(content)] as const,
    )
    return done(new Map(texts))
  } catch {
    return refuse('RefiNotReadable', { problem: 'zip' })
  }
}

/** Windows programs write texts as UTF-16 at times, with their mark before it. */
function decode(content: Uint8Array): string {
  const [first, second] = content
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(content)
  return strFromU8(content)
}

/** Reads a `.qdc` codebook. */
export function openCodebook(bytes: Uint8Array): Outcome<ReadCodebook> {
  if (bytes.byteLength > mostTextBytes)
    return refuse('RefiTooLarge', { megabytes: mostTextBytes / megabyte })
  const root = readXml(decode(bytes))
  return root.ok ? readRefiCodebook(root.value) : root
}
