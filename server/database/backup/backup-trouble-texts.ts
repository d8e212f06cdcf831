/** What a person reads when a backup or a restore fails, and the exit code that a script sees. */
export const backupTroubleTexts = {
  'wrong-passphrase': {
    exitCode: 100,
    en: 'The passphrase does not open {file}.',
    'zh-CN': '口令无法打开 {file}。',
  },
  'archive-unreadable': {
    exitCode: 101,
    en: 'The file {file} cannot be read ({reason}).',
    'zh-CN': '无法读取文件 {file}（{reason}）。',
  },
  'not-an-archive': {
    exitCode: 102,
    en: '{file} is not a Kiteline backup, or was made by a newer Kiteline.',
    'zh-CN': '{file} 不是 Kiteline 备份文件，或由更新版本的 Kiteline 生成。',
  },
  'archive-truncated': {
    exitCode: 103,
    en: '{file} ends too early: it was not copied whole. Nothing was restored.',
    'zh-CN': '{file} 不完整，可能没有复制完。没有恢复任何内容。',
  },
  'archive-damaged': {
    exitCode: 104,
    en: '{file} was changed or damaged after it was made. Nothing was restored. Use another copy.',
    'zh-CN': '{file} 在生成之后被改动或损坏。没有恢复任何内容，请使用另一份备份。',
  },
  'weak-passphrase': {
    exitCode: 105,
    en: 'The passphrase needs at least {least} characters.',
    'zh-CN': '口令至少需要 {least} 个字符。',
  },
  'target-exists': {
    exitCode: 106,
    en: '{file} exists already. A backup never overwrites another file: choose a new name.',
    'zh-CN': '{file} 已存在。备份不会覆盖其他文件，请另取名称。',
  },
  'target-unwritable': {
    exitCode: 107,
    en: 'The backup cannot be written to {file} ({reason}).',
    'zh-CN': '无法把备份写入 {file}（{reason}）。',
  },
  'disk-full': {
    exitCode: 108,
    en: 'The disk is full at {file}. Nothing was kept. Free some space and try again.',
    'zh-CN': '{file} 所在磁盘已满，没有保留任何文件。请腾出空间后重试。',
  },
  'server-lost': {
    exitCode: 109,
    en: 'The database server went away in the middle. Nothing was kept. Try again.',
    'zh-CN': '中途与数据库服务失去连接，没有保留任何内容。请重试。',
  },
  'database-refused': {
    exitCode: 110,
    en: 'The database refused the work (code {code}, {what}).',
    'zh-CN': '数据库拒绝了此操作（代码 {code}，{what}）。',
  },
  'database-not-empty': {
    exitCode: 111,
    en: 'The database already holds records (table {table}). Restore only into an empty database.',
    'zh-CN': '数据库中已有记录（表 {table}）。只能恢复到空的数据库。',
  },
  'files-not-empty': {
    exitCode: 112,
    en: 'The folder {folder} already holds files. Restore only into an empty folder.',
    'zh-CN': '文件夹 {folder} 中已有文件。只能恢复到空的文件夹。',
  },
  'key-file-exists': {
    exitCode: 113,
    en: '{file} already holds another key. Move it away if this installation is meant to be replaced.',
    'zh-CN': '{file} 中已有另一把密钥。如果确实要替换这套系统，请先把它移走。',
  },
  'schema-differs': {
    exitCode: 114,
    en: 'The backup has schema version {found}, this Kiteline makes {wanted} ({what}). Restore it with the Kiteline that made it, then upgrade.',
    'zh-CN':
      '备份的数据结构版本是 {found}，当前 Kiteline 是 {wanted}（{what}）。请用生成备份的那个版本恢复，然后再升级。',
  },
  'files-unreadable': {
    exitCode: 116,
    en: 'Something in {folder} cannot be read ({reason}). Nothing was kept, because the backup would not be whole.',
    'zh-CN': '无法读取 {folder} 中的内容（{reason}）。备份不完整，因此没有保留。',
  },
  'database-unreachable': {
    exitCode: 117,
    en: 'The database cannot be reached ({reason}).',
    'zh-CN': '无法连接数据库（{reason}）。',
  },
  'database-busy': {
    exitCode: 115,
    en: 'Somebody else is using the database. Stop Kiteline before restoring.',
    'zh-CN': '数据库正在被使用。请先停止 Kiteline 再恢复。',
  },
} as const

export type BackupProblem = keyof typeof backupTroubleTexts
