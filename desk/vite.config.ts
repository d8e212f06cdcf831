import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { buildWorker } from './build-worker.ts'
import { printSizes } from './print-sizes.ts'

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
  plugins: [react(), buildWorker(), printSizes()],
})
