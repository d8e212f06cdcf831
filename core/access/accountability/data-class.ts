// What the records hold, by class of data: the ground of the processing record, the impact assessment and the yearly audit.
// A kind that is not in the table has no class, and a test names it.

/** Classes of data, from a child's identity to what the program itself needs. */
export const dataClasses = [
  'identity',
  'guardianship',
  'consents',
  'caseNotes',
  'contact',
  'measures',
  'interviews',
  'groupAttendance',
  'groupContent',
  'safety',
  'supervision',
  'rights',
  'accounts',
  'accountability',
  'tools',
  'reports',
] as const
export type DataClass = (typeof dataClasses)[number]

/** Classes that hold something about a child or somebody of its family; the others are about staff or about nobody. */
export const classesAboutChildren: readonly DataClass[] = [
  'identity',
  'guardianship',
  'consents',
  'caseNotes',
  'contact',
  'measures',
  'interviews',
  'groupAttendance',
  'groupContent',
  'safety',
  'rights',
  'reports',
]
