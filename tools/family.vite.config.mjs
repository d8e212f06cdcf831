// The script of the family pages: one small classic script that an old web view can still run.
export default {
  root: 'family',
  publicDir: false,
  build: {
    target: 'es2015',
    copyPublicDir: false,
    lib: {
      entry: 'script/main.ts',
      formats: ['iife'],
      name: 'kitelineFamily',
      fileName: () => 'main.js',
    },
  },
}
