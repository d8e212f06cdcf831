// What may be uploaded for which purpose (R25). The table is the rule: a purpose that is not here takes no file.

import type { FileType } from './recognise-type.ts'

const MEGABYTE = 1024 * 1024

export type UploadRule = {
  readonly types: readonly FileType[]
  readonly maxBytes: number
  /** For archives: all entries together, unpacked. Zero where no archive is allowed. */
  readonly maxUnpackedBytes: number
}

export const uploadPurposes = {
  consentPaper: {
    types: ['png', 'jpeg', 'webp', 'pdf'],
    maxBytes: 10 * MEGABYTE,
    maxUnpackedBytes: 0,
  },
  interviewAudio: {
    types: ['mp3', 'm4a', 'ogg', 'webm', 'wav'],
    maxBytes: 50 * MEGABYTE,
    maxUnpackedBytes: 0,
  },
  spokenWords: {
    types: ['mp3', 'm4a', 'ogg', 'webm', 'wav'],
    maxBytes: 6 * MEGABYTE,
    maxUnpackedBytes: 0,
  },
  template: { types: ['docx'], maxBytes: 5 * MEGABYTE, maxUnpackedBytes: 50 * MEGABYTE },
  import: { types: ['xlsx', 'text'], maxBytes: 20 * MEGABYTE, maxUnpackedBytes: 200 * MEGABYTE },
} as const satisfies Record<string, UploadRule>

export type UploadPurpose = keyof typeof uploadPurposes

/** File name extensions that agree with a type recognised by its bytes. */
export const extensionsOf: Partial<Record<FileType, readonly string[]>> = {
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  text: ['csv', 'txt', 'tsv'],
  mp3: ['mp3'],
  m4a: ['m4a'],
  ogg: ['ogg', 'oga', 'opus'],
  webm: ['webm', 'weba'],
  wav: ['wav'],
}

/** Media type to serve a stored file with; what is not listed is only ever offered as a download of plain bytes. */
export const mediaTypeOf: Partial<Record<FileType, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  text: 'text/csv; charset=utf-8',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  webm: 'audio/webm',
  wav: 'audio/wav',
}
