/** Classes of records that an agency sets a period for; form codes as the practice counts them. */
export const retentionClasses = [
  'caseFile',
  'groupFile',
  'answers',
  'recordings',
  'staffRegister',
  'readingLog',
  'rightsRequests',
  'supervision',
  'disclosures',
  'incidents',
  'surveySheets',
] as const
export type RetentionClass = (typeof retentionClasses)[number]

/** What lies in a family's file ends with the file, which has a list of its own; of these the days are told class by class. */
export const listedClasses = [
  'groupFile',
  'recordings',
  'staffRegister',
  'readingLog',
  'rightsRequests',
  'supervision',
  'disclosures',
  'incidents',
  'surveySheets',
] as const satisfies readonly RetentionClass[]
export type ListedClass = (typeof listedClasses)[number]

export interface RetentionProposal {
  readonly years: number
  /** From when it is counted. */
  readonly from: 'lastService' | 'closed' | 'made' | 'left'
  /** Where the proposal comes from, as a key of the texts. */
  readonly source: 'practice' | 'law' | 'own'
}

/**
 * What is proposed for each class (P11: practice ranges from one year to more than seven, and no law of the country names one for
 * a case file). A proposal is no period: nothing counts until a person has confirmed it. The period of case files is the agency's
 * `retentionYears`, by which files are listed when it ends; the others are counted when they are over, for people to decide
 * on (RIG-13).
 */
export const retentionProposals: Readonly<Record<RetentionClass, RetentionProposal>> = {
  caseFile: { years: 10, from: 'lastService', source: 'practice' },
  groupFile: { years: 10, from: 'closed', source: 'practice' },
  answers: { years: 10, from: 'lastService', source: 'practice' },
  recordings: { years: 1, from: 'made', source: 'own' },
  staffRegister: { years: 3, from: 'left', source: 'own' },
  readingLog: { years: 10, from: 'made', source: 'own' },
  rightsRequests: { years: 3, from: 'closed', source: 'law' },
  supervision: { years: 10, from: 'made', source: 'own' },
  disclosures: { years: 3, from: 'closed', source: 'law' },
  incidents: { years: 3, from: 'closed', source: 'own' },
  surveySheets: { years: 5, from: 'made', source: 'own' },
}
