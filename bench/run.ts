// node bench/run.ts [name]: prints figures, asserts none.
const benches = {
  import: async () => (await import('./import.ts')).benchImport(),
  'first-screen': async () => (await import('./first-screen.ts')).benchFirstScreen(),
  'family-pages': async () => (await import('./family-pages.ts')).benchFamilyPages(),
  'thousand-families': async () => (await import('./thousand-families.ts')).benchThousandFamilies(),
  'after-outage': async () => (await import('./after-outage.ts')).benchAfterOutage(),
  submissions: async () => (await import('./submissions.ts')).benchSubmissions(),
  'desk-store': async () => (await import('./desk-store.ts')).benchDeskStore(),
  'survey-in-desk': async () => (await import('./survey-in-desk.ts')).benchSurveyInDesk(),
  'survey-whole': async () => (await import('./survey-whole.ts')).benchSurveyWhole(),
  'cross-tables': async () => (await import('./cross-tables.ts')).benchCrossTables(),
  coding: async () => (await import('./coding.ts')).benchCoding(),
  genogram: async () => (await import('./genogram.ts')).benchGenogram(),
  attendance: async () => (await import('./attendance.ts')).benchAttendance(),
  'case-proposals': async () => (await import('./case-proposals.ts')).benchCaseProposals(),
  'station-lists': async () => (await import('./station-lists.ts')).benchStationLists(),
  statistics: async () => (await import('./statistics.ts')).benchStatistics(),
} as const

const wanted = process.argv.slice(2).find((word) => !word.startsWith('-'))
for (const [name, run] of Object.entries(benches)) {
  if (wanted !== undefined && wanted !== name) continue
  console.log(`\n# ${name}`)
  await run()
}
