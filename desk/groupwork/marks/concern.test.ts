import { expect, it } from 'vitest'
import { addNote, needsTalk, noConcern } from './concern.ts'

it('words typed before any reason was chosen are saved with the pointer, not dropped [GRP-33]', () => {
  const typed = addNote(noConcern, 'cried when the call broke off')
  expect(typed).toEqual({
    concern: 'open',
    concernAbout: 'other',
    concernNote: 'cried when the call broke off',
  })
})

it('words keep the reason and the state that were there, and emptied words are saved as empty', () => {
  const talked = { concern: 'talked', concernAbout: 'atHome', concernNote: 'old' } as const
  expect(addNote(talked, 'new')).toEqual({ ...talked, concernNote: 'new' })
  expect(addNote(talked, '')).toEqual({ ...talked, concernNote: '' })
})

it('nothing is saved twice: neither an untouched pointer nor words that stand already', () => {
  expect(addNote(noConcern, '')).toBeNull()
  expect(addNote({ ...needsTalk, concernNote: 'same' }, 'same')).toBeNull()
})
