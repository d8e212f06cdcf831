/// <reference path="./wawoff2.d.ts" />
// The picture maker reads TrueType only and ignores woff and woff2 without a word, so the packaged font is unpacked
// once into a folder that the caller gives.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { decompress } from 'wawoff2'
import { readCharacterMap } from './read-character-map.ts'

export interface ChartFonts {
  readonly family: string
  readonly files: readonly string[]
  /** Code points that at least one of the files can draw. */
  readonly covers: ReadonlySet<number>
}

const family = 'Noto Sans SC'
const doneMark = 'complete.json'

/**
 * Unpacked fonts in a folder of their own inside `cache` (whatever else lies there is not touched); made at first use,
 * and again when they are damaged or half written.
 */
export async function prepareFonts(cache: string): Promise<ChartFonts> {
  const folder = join(cache, 'noto-sans-sc')
  const ready = await readPrepared(folder)
  if (ready !== null) return ready
  // The unpacker works with one memory of its own: two at once in one thread would spoil each other's fonts.
  const turn = unpacking.then(() => prepareAlone(folder))
  unpacking = turn.then(
    () => {},
    () => {},
  )
  return turn
}

let unpacking: Promise<void> = Promise.resolve()

async function prepareAlone(folder: string): Promise<ChartFonts> {
  return (await readPrepared(folder)) ?? (await unpackInto(folder))
}

async function readPrepared(folder: string): Promise<ChartFonts | null> {
  try {
    const names: unknown = JSON.parse(await readFile(join(folder, doneMark), 'utf8'))
    if (!Array.isArray(names) || names.length === 0) return null
    const files = names.map((name) => join(folder, String(name)))
    return { family, files, covers: await readCoverage(files) }
  } catch {
    return null
  }
}

async function readCoverage(files: readonly string[]): Promise<ReadonlySet<number>> {
  const covers = new Set<number>()
  for (const file of files)
    for (const code of readCharacterMap(await readFile(file))) covers.add(code)
  return covers
}

async function unpackInto(folder: string): Promise<ChartFonts> {
  const source = join(
    createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'),
    '..',
    'files',
  )
  const packed = (await readdir(source)).filter((name) => wanted.test(name))
  const fresh = `${folder}-${randomUUID()}`
  await mkdir(fresh, { recursive: true })
  const names: string[] = []
  for (const name of packed) {
    const plain = name.replace(/woff2$/, 'ttf')
    await writeFile(join(fresh, plain), await decompress(await readFile(join(source, name))))
    names.push(plain)
  }
  await writeFile(join(fresh, doneMark), JSON.stringify(names))
  return settleFolder(fresh, folder)
}

/** Several reports may unpack at once: whoever finishes first is kept, and a damaged folder is taken away. */
async function settleFolder(fresh: string, folder: string): Promise<ChartFonts> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const moved = await rename(fresh, folder).then(
      () => true,
      () => false,
    )
    const found = await readPrepared(folder)
    if (found !== null) {
      if (!moved) await rm(fresh, { recursive: true, force: true })
      return found
    }
    await rm(folder, { recursive: true, force: true })
  }
  throw new Error('the unpacked fonts could not be kept')
}

/** One weight: the numbered slices hold more characters than the file called chinese-simplified. */
const wanted = /^noto-sans-sc-(\d+|latin|latin-ext)-400-normal\.woff2$/
