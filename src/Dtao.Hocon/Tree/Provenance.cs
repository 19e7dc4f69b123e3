using System.Collections.Immutable;

namespace Dtao.Hocon;

internal readonly record struct Provenance(Origin Origin, Origin Key, Origin? Via, ImmutableArray<Origin> Overrode);
