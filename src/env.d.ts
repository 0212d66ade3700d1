/** Name of the built-in model's folder under `models/`; defined in vite.config.ts. */
declare const __MODEL__: string
/** Its name as people read it. */
declare const __MODEL_TITLE__: string
