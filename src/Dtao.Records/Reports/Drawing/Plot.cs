namespace Dtao.Records.Reports.Drawing;

/// <summary>Where values are drawn.</summary>
internal sealed record Plot(Frame Frame, Axis X, Axis Y)
{
    public double Across(double value) => Frame.Left + X.ShareOf(value) * Frame.PlotWidth;

    public double Up(double value) => Frame.Foot - Y.ShareOf(value) * Frame.PlotHeight;
}

/// <summary>Something drawn into a plot.</summary>
internal interface ILayer
{
    Markup Draw(Plot plot);
}
