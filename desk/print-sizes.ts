// Says after each build what a phone has to load before a person can sign in, and what comes later.
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const signInBudget = 350_000

interface Chunk {
  readonly imports: readonly string[]
  readonly viteMetadata?: { readonly importedCss?: ReadonlySet<string> } | undefined
}

/** A chunk with everything it needs at once. */
function closureOf(
  name: string,
  chunkOf: (name: string) => Chunk | null,
  seen: Set<string>,
): ReadonlySet<string> {
  const chunk = chunkOf(name)
  if (seen.has(name) || chunk === null) return seen
  seen.add(name)
  for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css)
  for (const inner of chunk.imports) closureOf(inner, chunkOf, seen)
  return seen
}

export function printSizes(): Plugin {
  return {
    name: 'kiteline-sizes',
    apply: 'build',
    writeBundle: (_options, bundle) => {
      const chunkOf = (name: string) => {
        const file = bundle[name]
        return file?.type === 'chunk' ? file : null
      }
      const sizeOf = (name: string) => {
        const file = bundle[name]
        if (file === undefined) return 0
        return gzipSync(file.type === 'chunk' ? file.code : file.source).length
      }
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      const first = new Set<string>()
      if (entry !== undefined) closureOf(entry.fileName, chunkOf, first)
      // The texts of the larger language come along before anything can be read.
      for (const file of Object.values(bundle)) {
        const isText =
          file.type === 'chunk' &&
          /texts\/zh-CN\/(kit|sync|access)\.json/.test(file.facadeModuleId ?? '')
        if (isText) first.add(file.fileName)
      }
      const total = Object.keys(bundle).reduce((sum, name) => sum + sizeOf(name), 0)
      const signIn = [...first].reduce((sum, name) => sum + sizeOf(name), 0)
      const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
      console.info(
        `desk: ${kilobytes(signIn)} compressed to a usable sign-in (budget ${kilobytes(signInBudget)}), ${kilobytes(total)} in all`,
      )
      if (signIn > signInBudget) throw new Error('The sign-in has outgrown its budget.')
    },
  }
}
