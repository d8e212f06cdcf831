// Routes whose bodies are no JSON (files, pages) in the served document: named with what they take and give.
import { z } from 'zod'
import type { DeclaredRoute, Mount } from './route.ts'

interface RawRoute extends Pick<DeclaredRoute, 'method' | 'path'> {
  readonly summary: string
  readonly takes: string | null
  readonly gives: string
}

const json = 'application/json'
const bytes = 'application/octet-stream'
const page = 'text/html'

const rawRoutes: readonly RawRoute[] = [
  {
    method: 'get',
    path: '/api/status',
    summary: 'Is there an agency yet, which version, which public origin',
    takes: null,
    gives: json,
  },
  {
    method: 'get',
    path: '/api/me',
    summary: 'Whose login session this is',
    takes: null,
    gives: json,
  },
  {
    method: 'post',
    path: '/api/spreadsheet',
    summary: 'Read an .xlsx or .csv (name in x-file-name, percent-encoded); nothing is kept',
    takes: bytes,
    gives: json,
  },
  {
    method: 'post',
    path: '/api/files/{purpose}/{owner}',
    summary:
      'Keep a file (consentPaper, interviewAudio, spokenWords, template) sealed for its owner: agency, family:<id>, group:<id>',
    takes: bytes,
    gives: json,
  },
  {
    method: 'post',
    path: '/api/uploads/{owner}/{id}/{number}',
    summary:
      'One part (from 0) of a file that comes in parts of 1 MiB; the same part again changes nothing',
    takes: bytes,
    gives: json,
  },
  {
    method: 'get',
    path: '/api/files/{id}',
    summary: 'A kept file, as an attachment',
    takes: null,
    gives: bytes,
  },
  {
    method: 'get',
    path: '/api/templates/default/{form}/{language}',
    summary: 'The Word form that comes along',
    takes: null,
    gives: bytes,
  },
  {
    method: 'get',
    path: '/api/templates/fields/{form}/{language}',
    summary: 'What each field of the form prints, as text',
    takes: null,
    gives: bytes,
  },
  {
    method: 'get',
    path: '/f/m/{token}',
    summary: 'What an agency hands over to another: opened by a code told on the telephone',
    takes: null,
    gives: page,
  },
  {
    method: 'post',
    path: '/f/m/{token}',
    summary: 'The code, the answer of the receiver, or the wish for the encrypted file',
    takes: 'application/x-www-form-urlencoded',
    gives: page,
  },
  {
    method: 'get',
    path: '/f/tone',
    summary: 'The exercise of hearing oneself: the same page for everybody; nothing is sent to it',
    takes: null,
    gives: page,
  },
  {
    method: 'get',
    path: '/f/{token}',
    summary: 'A family page: one person, one purpose',
    takes: null,
    gives: page,
  },
  {
    method: 'get',
    path: '/f/{token}/s/{id}',
    summary: 'A worker’s voice reading words of that page, whole or in parts',
    takes: null,
    gives: 'audio/webm',
  },
  {
    method: 'post',
    path: '/f/{token}',
    summary: 'What a family hands in',
    takes: 'application/x-www-form-urlencoded',
    gives: page,
  },
]

export function describeRawRoutes({ app }: Mount): void {
  for (const { method, path, summary, takes, gives } of rawRoutes) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    app.openAPIRegistry.registerPath({
      method,
      path,
      summary,
      request: {
        ...(names.length === 0
          ? {}
          : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
        ...(takes === null
          ? {}
          : { body: { required: true, content: { [takes]: { schema: z.string() } } } }),
      },
      responses: {
        200: { description: 'Done', content: { [gives]: { schema: z.unknown() } } },
        default: { description: 'Refused: {id, details}' },
      },
    })
  }
}

/** The document's spelling of a route of ours. */
export function documentPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}
