import { consentPurposes, type ConsentPurpose } from './consent.ts'

/** What ends with a consent; each has a sentence in the language files and a feature that obeys it. */
export const stops = [
  'newFacts',
  'contactLog',
  'cases',
  'questionnaires',
  'counting',
  'talks',
  'profile',
  'groupSeat',
  'groupNotes',
  'links',
  'photos',
  'recording',
  'recordingsDeleted',
  'telling',
  'funderLine',
  'handover',
  'researchRows',
] as const
export type Stop = (typeof stops)[number]

/** What goes on or stays, and why. */
export const stays = ['pastRecords', 'contactData', 'safety', 'otherHelp', 'handedOut'] as const
export type Stay = (typeof stays)[number]

interface PurposeEffect {
  readonly stops: readonly Stop[]
  readonly stays: readonly Stay[]
}

const always = ['pastRecords', 'safety', 'otherHelp'] as const

const effects: Readonly<Record<ConsentPurpose, PurposeEffect>> = {
  // Whoever takes back the service takes back what rests on it: without a file no questionnaire has a place.
  service: {
    stops: [
      'newFacts',
      'contactLog',
      'cases',
      'questionnaires',
      'talks',
      'profile',
      'groupSeat',
      'groupNotes',
    ],
    stays: ['pastRecords', 'contactData', 'safety'],
  },
  assessment: { stops: ['questionnaires', 'counting', 'talks', 'profile', 'links'], stays: always },
  group: { stops: ['groupSeat', 'groupNotes'], stays: always },
  photo: { stops: ['photos'], stays: always },
  recording: { stops: ['recording', 'recordingsDeleted'], stays: always },
  shareSchool: { stops: ['telling'], stays: always },
  shareVillage: { stops: ['telling'], stays: always },
  shareFunder: { stops: ['funderLine'], stays: [...always, 'handedOut'] },
  transfer: { stops: ['handover'], stays: [...always, 'handedOut'] },
  research: { stops: ['researchRows'], stays: [...always, 'handedOut'] },
}

/** FAM-11: what stops when a purpose is taken back, and what stays and why; shown before the tap and after it. */
export function effectsOf(purpose: string): PurposeEffect {
  const known = consentPurposes.find((one) => one === purpose)
  return effects[known ?? 'shareSchool']
}
