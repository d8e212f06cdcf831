// The script of the page on which a parent hears how a sentence sounds: loaded by that page alone.
export default {
  root: 'family',
  publicDir: false,
  build: {
    target: 'es2015',
    copyPublicDir: false,
    lib: {
      entry: 'script/tone/main.ts',
      formats: ['iife'],
      name: 'kitelineTone',
      fileName: () => 'main.js',
    },
  },
}
