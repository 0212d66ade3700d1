import { TextView } from '../features/text/TextView.tsx'
import { lazyView } from './lazyView.tsx'
import type { PageViews } from './pageView.ts'

/**
 * The page's tabs in their order; the first is shown at the start. A view more is an entry here and a folder in
 * `features/`.
 */
export const VIEWS: PageViews = [
  {
    name: 'text',
    label: 'Text',
    Panel: ({ services, onFiles, onHowToCheck }) => (
      <TextView reader={services.text} onFiles={onFiles} onHowToCheck={onHowToCheck} />
    ),
  },
  {
    name: 'batch',
    label: 'Batch',
    // With its charts it is most of the page's bytes.
    ...lazyView(
      () => import('../features/batch/BatchView.tsx'),
      async ({ workbench }) => ({ workbench: await workbench.load() }),
    ),
    takeFiles: ({ workbench }, files) => workbench.offerFiles(files),
  },
]
