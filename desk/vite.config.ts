// Builds the desk, then its service worker with the list of everything the desk consists of, and says how large it is.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { parse } from 'yaml'

const workerFile = fileURLToPath(new URL('./worker/service-worker.ts', import.meta.url))

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Names with a hash never change their content; the others get a revision. */
function describeFile(folder: string, path: string): { url: string; revision: string | null } {
  const url = `/${relative(folder, path).split(sep).join('/')}`
  const revision = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
  return { url, revision: url.startsWith('/assets/') ? null : revision }
}

function buildWorker(): Plugin {
  let folder = ''
  return {
    name: 'kiteline-worker',
    apply: 'build',
    writeBundle: ({ dir }) => {
      folder = dir ?? ''
    },
    closeBundle: async () => {
      if (folder === '') return
      const manifest = listFiles(folder).map((path) => describeFile(folder, path))
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: {
          __KEPT_FILES__: JSON.stringify(manifest),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir: folder,
          emptyOutDir: false,
          target: 'es2022',
          rollupOptions: {
            input: workerFile,
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      })
    },
  }
}

/** Content that is long is taken apart when the desk is built, not on a phone: `import x from './x.yaml?json'`. */
function readYaml(): Plugin {
  const asked = '?json'
  return {
    name: 'kiteline-yaml',
    enforce: 'pre',
    load: (id) => {
      if (!id.endsWith(`.yaml${asked}`)) return null
      const data: unknown = parse(readFileSync(id.slice(0, -asked.length), 'utf8'))
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(data))})`
    },
  }
}

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

/** What a phone has to load before a person can sign in, and what comes later. */
function printSizes(): Plugin {
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

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  build: {
    outDir: '../dist/desk',
    emptyOutDir: true,
    target: ['es2022', 'chrome100', 'safari16'],
    // A file inlined as data: would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: {
    proxy: { '/api': process.env['KITELINE_DEV_SERVER'] ?? 'http://127.0.0.1:4400' },
  },
  plugins: [react(), readYaml(), buildWorker(), printSizes()],
})
