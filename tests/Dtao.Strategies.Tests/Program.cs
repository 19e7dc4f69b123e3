using System.Text;
using Dtao.Strategies.Tests.Numerics;

// The golden tests start this program as a child, with parts of the processor switched off.
Console.OutputEncoding = Encoding.UTF8;
foreach (var line in Golden.Lines()) Console.WriteLine(line);
