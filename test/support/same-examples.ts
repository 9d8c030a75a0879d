import { configureGlobal } from 'fast-check';

/**
 * Property tests try the same examples in every run, so that a red run is about what was changed. Other examples:
 * `PROPERTY_SEED=7 npm test`.
 */
configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122) });
