namespace Dtao.Records.Reports.Drawing;

/// <summary>A picture that fits a frame.</summary>
internal interface IDrawing
{
    /// <param name="id">Unique on the page.</param>
    /// <param name="title">What a reader of the screen is told first.</param>
    Markup Draw(Frame size, string id, string title, string description);
}
