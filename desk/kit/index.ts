// The building stones of every screen.
export { ChoicePicture } from './choice-picture.tsx'
export { ConfirmButton } from './confirm-button.tsx'
export { ConflictDialog, ConflictMark, showPlain } from './conflict.tsx'
export { type Column, DataTable } from './data-table.tsx'
export { DateField } from './date-field.tsx'
export { type Doing, useDoing } from './doing.ts'
export { Form } from './form.tsx'
export {
  compareNames,
  formatDay,
  formatDayOf,
  formatList,
  formatNumber,
  formatPercent,
  formatTime,
} from './format.ts'
export { agencyClock } from './zone.ts'
export { Icon, type IconName } from './icon.tsx'
export { LanguageSwitch } from './language-switch.tsx'
export { Logo } from './logo.tsx'
export { LongJob } from './long-job.tsx'
export { UnsentMark } from './marks.tsx'
export { announce, type Notice } from './notices.tsx'
export { DoingNote, Loading, RefusalNote, TroubleNote, troubleText } from './notes.tsx'
export { Page, type PageProps } from './page.tsx'
export { Picture } from './picture.tsx'
export { PictureChoice } from './picture-choice.tsx'
export { Scrolling } from './scrolling.tsx'
export { saveCsv, saveFile } from './save-file.ts'
export { RestoredNote } from './restored-note.tsx'
export { SaveOrCancel } from './save-or-cancel.tsx'
export { EmptyState, type Fact, Facts, Section, StickyActions } from './section.tsx'
export { type ChoiceOption, SegmentedChoice } from './segmented-choice.tsx'
export {
  currentLanguage,
  fieldText,
  type Language,
  refusalText,
  text,
  textOrNull,
  type TextValues,
} from './text.ts'
export type { TextKey } from './text-key.ts'
export { useVoice } from './use-voice.ts'
export { VoiceButton } from './voice-button.tsx'
