/** What the engine survived. A person is told once; nothing was lost and nothing has to be done. */
export type NoticeCode =
  'worker-replaced' | 'memory-short' | 'worker-disagreed' | 'gpu-restarted' | 'gpu-lost' | 'gpu-disagreed'
