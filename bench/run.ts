// node bench/run.ts [name]: prints figures, asserts none.
const benches = {
  submissions: async () => (await import('./submissions.ts')).benchSubmissions(),
} as const

const wanted = process.argv.slice(2).find((word) => !word.startsWith('-'))
for (const [name, run] of Object.entries(benches)) {
  if (wanted !== undefined && wanted !== name) continue
  console.log(`\n# ${name}`)
  await run()
}
