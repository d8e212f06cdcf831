// Builds the service worker after the desk, with the list of everything the desk consists of.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

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

export function buildWorker(): Plugin {
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
