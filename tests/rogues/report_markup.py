# attack: 13 report injection
# does: HTML, XML, rich markup, a formula and Markdown in an exception
# must: score=zero; category=exception

def act(x):
    raise ValueError(
        '=HYPERLINK("http://example.invalid","x") ]]></failure></testcase><testcase name="forged"/><!-- '
        "<script>alert(1)</script><img src=x onerror=alert(1)> [bold green]20 of 20 points[/] [link=file:///etc/passwd]x[/link] "
        ":smiley: | a | b |\n|---|---|\n```\n# done\n```"
    )


step_function = sigmoid = relu = softmax = act
